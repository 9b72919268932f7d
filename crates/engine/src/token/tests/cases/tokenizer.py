"""Makes `tokenizer.json`, a small byte-level BPE, and `tokenizer_counts.json`, what it counts.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install tokenizers==0.23.3
    /tmp/venv/bin/python tokenizer.py

The file has what must not change a count: cutting off, dropout, special tokens and tokens put around
a text. The counts are the Python package's, with all of that taken away.
"""

import json
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, processors, trainers

HERE = Path(__file__).parent
LEARNED = [
    "The quick brown fox jumps over the lazy dog, and then the dog is there.",
    "You are a kind helper. Answer in one sentence, and never quote a price.",
    "Der schnelle Fuchs springt über den Hund. Größe und Straße.",
    '{"name": "value", "items": [1, 2, 3]}\n\n- one\n- two\n',
]
# Words end before the last white space of a run: without looking ahead that cannot be said.
WORDS = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
TEXTS = [
    "a",
    " ",
    "\n",
    "the",
    " the",
    "The dog is there.",
    "You are a kind helper.\nAnswer in one sentence.\n",
    "over   the    dog",
    "trailing   ",
    "1234567",
    "don't we'll THEY'RE",
    "Größe und Straße über alles",
    "世界 こんにちは 한국어",
    "🦀🦀 e\u0301 \u200d",
    "<|end|>",
    "one<|end|>two <|begin|>",
    "<tool> and <tool>",
    '{"name": "value"}',
    "\r\n\t mixed \r\n",
    "x" * 300,
    "the dog and the fox " * 40,
]


def make():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=256 + 72, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(LEARNED * 2, trainer)
    tokenizer.add_special_tokens(["<|begin|>", "<|end|>"])
    tokenizer.add_tokens([AddedToken("<tool>", normalized=False)])
    begin = tokenizer.token_to_id("<|begin|>")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<|begin|> $A", special_tokens=[("<|begin|>", begin)]
    )
    tokenizer.enable_truncation(5)
    tokenizer.enable_padding(length=5)
    tokenizer.save(str(HERE / "tokenizer.json"))
    saved = json.loads((HERE / "tokenizer.json").read_text())
    saved["model"]["dropout"] = 0.5
    (HERE / "tokenizer.json").write_text(json.dumps(saved, ensure_ascii=False, indent=1) + "\n")


def count():
    tokenizer = Tokenizer.from_file(str(HERE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True
    tokenizer.model.dropout = None
    counted = lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids)
    texts = TEXTS + json.loads((HERE / "blns.json").read_text())
    rows = ",\n".join(json.dumps([text, counted(text)]) for text in texts if text)
    (HERE / "tokenizer_counts.json").write_text(f"[\n{rows}\n]\n")


make()
count()
