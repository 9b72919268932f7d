/**
 * Owns conversations with something in them, for tests and pictures: what a user says, and what a model is to answer.
 */
import { Model, type Answers } from "./model";
import { Service } from "./service";

const calm = (style: string, approach: string, reason: string, message: string, facts: string[] = []) => ({
  ...{ level: 0, confidence: 0.94, reason, flags: [], style, approach, message },
  ...(facts.length > 0 ? { remember_semantic: { facts } } : {}),
});

/** What Mara says in four turns: the fourth is a crisis, in which nothing of what is remembered may stand. */
const MARA: Answers = {
  "Another double shift, and I got home at midnight again.": calm(
    ...(["supportive", "motivational_interviewing", "Speaks of work and tiredness."] as const),
    "A double shift, and midnight before the door closes behind you. What is the first thing you do when you finally sit down?",
    ["Works late shifts in a hospital kitchen."],
  ),
  "I pour a glass before my shoes are off. It's the best minute of the day, and that worries me.": calm(
    ...(["reflective", "motivational_interviewing", "Ambivalence about drinking; no words about harm."] as const),
    "So that glass gives you something real, a minute that belongs to you, and the same minute makes you uneasy. When it worries you, what is it that you would like to have instead?",
    ["Would like to drink less on work nights."],
  ),
  "I don't know. My sister Sarah would say I should call her then.": calm(
    ...(["supportive", "interpersonal_therapy", "Thinks of somebody close."] as const),
    "Sarah comes to mind in exactly that minute. If you imagine calling her tonight, before the glass, what would be the first sentence?",
    ["Has a sister named Sarah who lives nearby."],
  ),
  "Honestly, some nights I think they would all manage better without me. And lately I think about how.": {
    level: 2,
    confidence: 0.88,
    reason: "Says that others would manage better without them, and thinks about how.",
    flags: ["ideation", "burden"],
    message:
      "I take this very seriously. You've been lying there thinking that they would manage better without you, and lately also about how.\n\nAre you in danger of acting on it right now, tonight?\n\nYou can reach people now, day or night: Samaritans, 116 123.",
  },
};

/** A model that answers what is said here; `wait` is how long it thinks, in milliseconds. */
export const talker = (wait = 0): Promise<Model> => Model.start(MARA, wait);

/** A service with that model. */
export async function talkative(): Promise<{ service: Service; model: Model }> {
  const model = await talker();
  return { service: await Service.start(model), model };
}

/** A conversation of Mara with the support companion; its id. */
export async function mara(service: Service): Promise<string> {
  const begun = { agent: "support", user: "mara", state: { user: { name: "Mara", region: "GB" } }, meta: { title: "Night shifts" } };
  const id = (await service.ask("POST", "sessions", begun)).id as unknown as string;
  for (const message of Object.keys(MARA)) {
    await service.ask("POST", `sessions/${id}/turns`, { message, wait: true });
  }
  return id;
}
