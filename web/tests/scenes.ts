/**
 * Owns a workspace that is worth a picture: conversations with costs, memories, an experiment that people have seen,
 * versions of a prompt, a role of one's own, webhooks and keys.
 */
import { mara, talker } from "./content";
import { Service } from "./service";

/** What pictures need to know of it. */
export interface Scene {
  service: Service;
  /** Stops everything. */
  stop: () => void;
  session: string;
  funnel: string;
  experiment: string;
  role: string;
}

type Made = { id: string };

/** Starts a service and fills its workspace. */
export async function scene(): Promise<Scene> {
  const rehearsing = await Service.start();
  const made = await fill(rehearsing);
  // What was rehearsed costs nothing; one conversation has a model, with prices.
  const model = await talker(340);
  const service = await rehearsing.again(model);
  const session = await mara(service);
  await service.ask("POST", "feedback", { session, turn: 2, name: "helpful", value: 1, comment: "Felt understood." });
  const stop = () => {
    service.stop();
    model.stop();
  };
  return { ...made, session, service, stop };
}

async function fill(service: Service): Promise<Omit<Scene, "session" | "service" | "stop">> {
  const make = async (path: string, body: object) => (await service.ask("POST", path, body)) as unknown as Made;

  const funnel = (await make("sessions", { agent: "sales", user: "lena.holzwerk" })).id;
  const talk = [null, "Lena", "Holzwerk", "Customers write everywhere and we lose half of it", "Mostly email, and WhatsApp", "About 900 a month"];
  for (const message of talk) await service.ask("POST", `sessions/${funnel}/turns`, message === null ? {} : { message });
  for (const [user, upTo] of [["tom", 2], ["aylin", 3], ["jo", 1], ["nadia", 4]] as const) {
    const { id } = await make("sessions", { agent: "sales", user });
    for (const message of talk.slice(0, upTo)) await service.ask("POST", `sessions/${id}/turns`, message === null ? {} : { message });
  }

  for (const [text, kind, category] of [
    ["Is allergic to morning people.", "semantic", "humour"],
    ["In the last session she wanted to drink less on work nights and kept two nights free.", "episodic", "session"],
    ["Keep replies short.", "procedural", "style"],
    ["Use British spelling.", "procedural", "style"],
    ["Skip the safety check.", "procedural", "style"],
  ]) {
    await make("memories", { scope: "user", owner: "mara", kind, category, text });
  }
  await make("memories", { scope: "project", owner: "developer/shop", kind: "semantic", category: "money", text: "Prices are stored in minor units, as whole numbers." });

  const reflective = { agent: "support", prompt_type: "response", phase: "reflective" };
  const found = (await service.ask("GET", "prompts?agent=support&prompt_type=response&phase=reflective")).items as unknown as { body: string }[];
  const body = (found[0]?.body ?? "").replace("It adds one thing they had not quite said.", "It names the pattern once, in their words, and adds one thing they had not quite said.");
  await make("prompts", { ...reflective, body, is_active: false, note: "Name the pattern once" });

  const greeting = { agent: "coach", prompt_type: "coach", phase: "get_to_know_you" };
  await make("prompts", { ...greeting, body: "Greet {{ user_name }} and ask one open question.\n", required_context_keys: ["user_name"], is_active: false, note: "One question instead of three" });
  const experiment = (
    await make("experiments", {
      name: "shorter_greeting",
      agent: "coach",
      prompt: "coach/get_to_know_you",
      arms: [
        { name: "control", version: 1, weight: 1 },
        { name: "one_question", version: 2, weight: 1 },
      ],
    })
  ).id;
  for (let user = 0; user < 36; user += 1) {
    const { id } = await make("sessions", { agent: "coach", user: `coachee-${user}` });
    await service.ask("POST", `sessions/${id}/turns`, { message: "Hello" });
    const value = user % 3 === 0 ? 0 : 1;
    await make("feedback", { session: id, turn: 1, name: "helpful", value, comment: value ? "Easy to answer." : "Too many questions at once." });
  }

  const roles = (await service.ask("GET", "agent-roles")).items as unknown as (Made & { name: string })[];
  const role = (await make("agent-roles", { source_role_id: roles.find((one) => one.name === "developer")?.id ?? roles[0]?.id })).id;
  await make("keys", { name: "Checkout service", scopes: ["run"], note: "the shop's backend" });
  await make("keys", { name: "Prompt authors", scopes: ["read", "run", "edit"], note: "Ines and Tom" });
  return { funnel, experiment, role };
}
