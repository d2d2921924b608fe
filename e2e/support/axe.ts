import axe from "axe-core";
import type { Page } from "playwright-core";

/** Serious and critical violations of WCAG 2.2 A and AA, as one line each. */
export async function violations(page: Page): Promise<string[]> {
	// A setting of the page's own security forbids injected script tags; evaluating is not one.
	await page.evaluate(axe.source);
	const found: unknown = await page.evaluate(`axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
	}).then((result) => result.violations
		.filter((one) => one.impact === "serious" || one.impact === "critical")
		.map((one) => one.id + ": " + one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")))`);
	return Array.isArray(found) ? found.map(String) : [`axe gave ${String(found)}`];
}
