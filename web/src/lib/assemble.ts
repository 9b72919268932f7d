/**
 * Owns asking for an assembly, which the OpenAPI document leaves open because its input is that of a turn.
 */
import { api, got } from "~/api/client";
import type { Assembled, JsonObject } from "~/api/shapes";

/** Assembles a call of an agent. */
export async function assemble(agent: string, body: JsonObject, signal?: AbortSignal): Promise<Assembled> {
  const reply = await got(
    api.POST("/api/v1/agents/{agent}/assemble", { params: { path: { agent } }, body: body as never, signal }),
  );
  return reply as unknown as Assembled;
}
