import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { restoreLanguage } from "./i18n/index.ts";
import "./styles.css";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no #root");

await restoreLanguage();
render(() => <App />, root);
