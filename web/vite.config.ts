/**
 * Owns how the page is built, served while it is written, and tested.
 *
 * The output must not depend on the machine: CI builds it again and compares it with `dist/`. It must
 * need no inline script or style, because the service forbids both.
 */
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

/** The service behind `npm run dev`. */
const service = process.env.PROEM_URL ?? "http://127.0.0.1:8787";

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy: { "/api": service, "/openapi.json": service } },
  build: {
    target: "es2022",
    // Below this size Vite would turn files into `data:` addresses, which the policy allows for images alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // An editor is large and few pages need it.
        codeSplitting: {
          groups: [{ name: "editor", test: /node_modules\/(@codemirror|@lezer|style-mod|w3c-keyname|crelt)/ }],
        },
      },
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.ts"], environment: "node" } },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
