import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export const SIGN_IN_CSS = `
:root { color-scheme: light dark; --line: #d5dadf; --accent: #14622f; --ink: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3a4149; --accent: #6ec28a; --ink: #0d1a12; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.6 system-ui, "PingFang SC",
  "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { width: min(26rem, calc(100vw - 2rem)); padding: 2rem; border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: 0 0 .25rem; font-size: 1.25rem; }
p { margin: .25rem 0 1rem; }
button { min-height: 44px; width: 100%; font: inherit; font-weight: 600; color: var(--ink);
  background: var(--accent); border: 0; border-radius: 6px; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .9em; }
.en { opacity: .8; }
`;

const page = (title: string, body: Html): Html => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/sign-in.css">
</head>
<body><main>${body}</main></body>
</html>`;

/** Asks for one click, so that a mail program that looks into the link does not use it up. */
export const confirmPage = (token: string): Html =>
	page(
		"登录 · 整改",
		html`<h1>登录整改系统</h1>
<p lang="en" class="en">Sign in to the ledger</p>
<form method="post" action="/sign-in">
<input type="hidden" name="token" value="${token}">
<button type="submit" autofocus>登录 <span lang="en">Sign in</span></button>
</form>`,
	);

/** Says why a link did not work and how to get another. */
export const refusedPage = (): Html =>
	page(
		"链接无效 · 整改",
		html`<h1>链接无效、已过期或已使用</h1>
<p>登录链接仅可使用一次，15 分钟内有效。请联系管理员，在服务器上执行：<br><code>pnpm zhenggai sign-in-link 用户名</code></p>
<p lang="en" class="en">This link is wrong, expired or used. A link works once, within 15 minutes. Ask the operator for another:
<code>pnpm zhenggai sign-in-link USERNAME</code></p>`,
	);

/** Says that one must wait. */
export const waitPage = (seconds: number): Html =>
	page(
		"请稍候 · 整改",
		html`<h1>尝试过于频繁</h1>
<p>请在 ${Math.ceil(seconds / 60)} 分钟后再试。</p>
<p lang="en" class="en">Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.</p>`,
	);
