import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, ErrorBoundary, type JSX, Match, Suspense, Switch } from "solid-js";
import { language, setLanguage, t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { large, setLarge } from "../../shell/preferences.ts";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { publicDeskQuery } from "./queries.ts";
import "./words.ts";

/**
 * The frame of the public's pages: the system's name, letter size, language. It asks nothing that needs a session, and
 * nothing at all but whether it is open where the server is not configured for the public.
 */
export default function PublicFrame(props: { children?: JSX.Element }): JSX.Element {
	const desk = useQuery(publicDeskQuery);
	createEffect(() => {
		document.title = `${t("public.title")} · ${t("app.name")}`;
	});
	return (
		<div class="flex min-h-dvh flex-col">
			<a
				href="#main"
				target="_self"
				class="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded focus:bg-sheet focus:px-3 focus:py-2 focus:shadow-float"
			>
				{t("skip")}
			</a>
			<Mast />
			<main id="main" tabindex="-1" class="mx-auto w-full max-w-4xl flex-1 px-4 py-5 outline-none print:p-0">
				<ErrorBoundary
					fallback={(error) => <ErrorBox error={error} onRetry={() => window.location.reload()} />}
				>
					<Switch fallback={<SkeletonLines lines={5} />}>
						<Match when={desk.isError}>
							<ErrorBox error={desk.error} onRetry={() => void desk.refetch()} />
						</Match>
						<Match when={loaded(desk)?.open === false}>
							<Empty icon="info" title={t("public.closed")} text={t("public.closedText")} />
						</Match>
						<Match when={loaded(desk)?.open}>
							<Suspense fallback={<SkeletonLines lines={5} />}>{props.children}</Suspense>
						</Match>
					</Switch>
				</ErrorBoundary>
			</main>
			<footer class="no-print border-t border-line px-4 py-3 text-center text-ink-soft">
				<A class="tap inline-flex items-center underline hover:text-ink" href="/issues">
					{t("public.staff")}
				</A>
			</footer>
		</div>
	);
}

const quiet =
	"tap shrink-0 rounded px-2 py-1 whitespace-nowrap text-ink-soft hover:bg-hover touch:min-w-[44px]";

const Mast = (): JSX.Element => (
	<header class="no-print border-b-2 border-mast bg-sheet">
		<div class="mx-auto flex max-w-4xl items-center gap-2 px-4 py-2">
			<A href="/public" class="tap flex min-w-0 items-center gap-2 rounded">
				<img class="shrink-0" src="/icon.svg" alt="" width="24" height="24" />
				<span class="truncate font-song text-[1.14rem] font-bold sm:text-[1.29rem]">{t("app.name")}</span>
			</A>
			<button
				type="button"
				class={`${quiet} ml-auto aria-pressed:bg-accent-wash aria-pressed:text-accent`}
				aria-pressed={large()}
				onClick={() => setLarge(!large())}
			>
				{t("public.large")}
			</button>
			<button
				type="button"
				class={quiet}
				lang={language() === "en" ? "zh-CN" : "en"}
				onClick={() => void setLanguage(language() === "en" ? "zh-CN" : "en")}
			>
				{language() === "en" ? "中文" : "English"}
			</button>
		</div>
	</header>
);
