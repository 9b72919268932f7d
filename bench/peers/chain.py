"""LangChain: a `ChatPromptTemplate` with the history in a placeholder, cut by `trim_messages` with an
exact counter of tiktoken, as its documentation has it.
"""

import re

import tiktoken
from langchain_core.messages import AIMessage, HumanMessage, convert_to_openai_messages, trim_messages
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder

from by_hand import payload
from protocol import history, serve

ENCODING = tiktoken.get_encoding("o200k_base")
CLASSES = {"user": HumanMessage, "assistant": AIMessage}
SYSTEM = "{core}\n\n{style}\n\n{approach}\n\n{rules_header}\n\n<rules>\n{rules}\n</rules>"


class LangChain:
    def __init__(self, material, conversation):
        self.material = material
        turn = material["memory"] + "\n\n" + material["task"]
        turn = re.sub(r"{{ (\w+) }}", r"{\1}", turn)
        turn = turn.replace("{memories}", "<memories>\n{memories}\n</memories>")
        template = ChatPromptTemplate.from_messages(
            [
                ("system", SYSTEM),
                MessagesPlaceholder("history"),
                ("system", turn),
                ("human", "{message}"),
            ]
        )
        self.prompt = template.partial(
            core="\n\n".join(material["core"]),
            style=material["style"],
            approach=material["approach"],
            rules_header=material["rules_header"],
            rules="\n".join("- " + rule for rule in material["rules"]),
            memories="\n".join("- " + memory for memory in conversation["memories"]),
        )
        self.history = [said(message) for message in history(conversation)]
        tokens = material["tokens"]
        self.per_message = tokens["per_message"]
        self.reply = tokens["reply"]
        self.most = material["window"] - material["reserve"] - tokens["tools"] - tokens["schema"]

    def count(self, messages):
        texts = sum(len(ENCODING.encode_ordinary(message.content)) for message in messages)
        return self.reply + self.per_message * len(messages) + texts

    def turn(self, answered, message, values):
        self.history.extend(said(message) for message in answered)
        prompt = self.prompt.invoke({**values, "history": self.history, "message": message})
        kept = trim_messages(
            prompt.to_messages(),
            max_tokens=self.most,
            strategy="last",
            token_counter=self.count,
            include_system=True,
            start_on=("human",),
            allow_partial=False,
        )
        return payload(self.material, convert_to_openai_messages(kept))


def said(message):
    return CLASSES[message["role"]](message["content"])


if __name__ == "__main__":
    serve(LangChain)
