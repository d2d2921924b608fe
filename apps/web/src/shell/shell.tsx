import type { RouteSectionProps } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { ErrorBoundary, type JSX, Match, Suspense, Switch } from "solid-js";
import { queries } from "../api.ts";
import { isSignedOut } from "../failure.ts";
import { lazily } from "../lazily.ts";
import { loaded } from "../loaded.ts";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { Frame } from "./frame.tsx";
import { MeProvider } from "./me.tsx";

const SignInPage = lazily(() => import("./sign-in-page.tsx"));

/** The frame round every page. Without a session only the page that explains how to get one. */
export function Shell(props: RouteSectionProps): JSX.Element {
	const me = useQuery(() => ({ ...queries.access.me(), staleTime: 5 * 60_000 }));
	return (
		<Switch
			fallback={
				<div class="mx-auto max-w-md p-10">
					<SkeletonLines lines={4} />
				</div>
			}
		>
			<Match when={isSignedOut(me.error)}>
				<Suspense fallback={<PageSkeleton />}>
					<SignInPage />
				</Suspense>
			</Match>
			<Match when={loaded(me)}>
				{(who) => (
					<MeProvider value={who}>
						<Frame>
							<ErrorBoundary fallback={(error) => <PageFailed error={error} />}>
								<Suspense fallback={<PageSkeleton />}>{props.children}</Suspense>
							</ErrorBoundary>
						</Frame>
					</MeProvider>
				)}
			</Match>
			<Match when={me.error}>
				{(error) => (
					<div class="mx-auto max-w-lg p-10">
						<ErrorBox error={error()} onRetry={() => void me.refetch()} />
					</div>
				)}
			</Match>
		</Switch>
	);
}

const PageSkeleton = () => (
	<div class="p-6">
		<SkeletonLines lines={8} />
	</div>
);

/** A page that has failed, or whose code does not come: drafts are kept, so reloading loses nothing. */
const PageFailed = (props: { error: unknown }) => (
	<div class="mx-auto max-w-lg p-10">
		<ErrorBox error={props.error} onRetry={() => location.reload()} />
	</div>
);
