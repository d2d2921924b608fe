import chromium from "@sparticuz/chromium";
import { createZhenggaiClient } from "@zhenggai/client";
import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
	chromium as playwright,
} from "playwright-core";

/**
 * Starts a Chromium: the one of the npm package, so that the tests need nothing but npm, or `CHROMIUM_PATH`. It
 * makes no request of its own.
 */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM_PATH || (await chromium.executablePath());
	return playwright.launch({
		executablePath,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-dev-shm-usage",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--no-first-run",
			"--mute-audio",
		],
	});
}

/** A browser window of somebody's own, with what went wrong in it. */
export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly errors: string[] };

/** Opens a window: its own cookies and storage. Errors of the page's own code are collected. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		timezoneId: "America/New_York",
		...options,
	});
	const page = await context.newPage();
	const errors: string[] = [];
	page.on("pageerror", (error) => errors.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error" && !message.text().includes("401")) errors.push(message.text());
	});
	return { context, page, errors };
}

/** Signs in with a one-time link, as a person does: open it, press the one button. */
export async function signIn(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByRole("button").click();
	await page
		.getByRole("grid")
		.or(page.getByRole("list", { name: "台账" }))
		.first()
		.waitFor();
}

/** A new one-time link for somebody, as the operator of the server makes it. */
export async function linkFor(server: { url: string; token: string }, username: string): Promise<string> {
	const operator = createZhenggaiClient({ url: server.url, token: server.token });
	const { url } = await operator.access.createSignInLink.mutate({ username });
	return url;
}

/** A window of somebody who is signed in. */
export async function visitAs(
	browser: Browser,
	server: { url: string; token: string },
	username: string,
	options: BrowserContextOptions = {},
): Promise<Visitor> {
	const visitor = await visit(browser, options);
	await signIn(visitor.page, await linkFor(server, username));
	return visitor;
}
