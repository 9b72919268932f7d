/**
 * Owns the start of the page.
 */
import { mount } from "svelte";
import "./ui/tokens.css";
import "./ui/base.css";
import "./lib/theme.svelte";
import App from "./App.svelte";
import { follow } from "./lib/router.svelte";
import { session } from "./lib/session.svelte";

const target = document.getElementById("app");
if (target) {
  follow();
  mount(App, { target });
  void session.resume();
}
