import type { JSX } from "solid-js";
import { PublicLink } from "../close-out/public/public-link.tsx";
import { language, setLanguage, t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import "./sign-in-words.ts";

/** For people without a session: what this is, and how to get a sign-in link. */
export default function SignInPage(): JSX.Element {
	return (
		<main class="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 p-6">
			<header class="border-b-2 border-mast pb-4">
				<h1 class="flex items-center gap-3 font-song text-[2rem] font-bold tracking-[0.14em]">
					<img src="/icon.svg" alt="" width="36" height="36" />
					{t("app.name")}
				</h1>
				<p class="mt-2 text-ink-soft">{t("app.purpose")}</p>
			</header>
			<section class="rounded-md border border-line bg-sheet p-5">
				<h2 class="mb-3 text-[1.14rem] font-semibold">{t("signIn.title")}</h2>
				<ol class="flex list-decimal flex-col gap-2.5 pl-5">
					<li>{t("signIn.ask")}</li>
					<li>
						{t("signIn.command")}
						<code class="mt-1 block overflow-x-auto rounded border border-line bg-sunken px-3 py-2 font-mono">
							pnpm zhenggai sign-in-link {t("signIn.user")}
						</code>
					</li>
					<li>{t("signIn.open")}</li>
				</ol>
				<p class="mt-4 flex items-start gap-2 text-ink-soft">
					<Icon name="shield" class="mt-0.5" />
					{t("signIn.noPassword")}
				</p>
			</section>
			<div class="flex gap-2">
				<Button icon="refresh" look="primary" onClick={() => window.location.reload()}>
					{t("signIn.again")}
				</Button>
				<Button look="quiet" onClick={() => void setLanguage(language() === "en" ? "zh-CN" : "en")}>
					{language() === "en" ? "中文" : "English"}
				</Button>
			</div>
			<PublicLink />
		</main>
	);
}
