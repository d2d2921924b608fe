import { Navigate, Route, Router, type RouteSectionProps } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { type JSX, Suspense } from "solid-js";
import { isSignedOut } from "./failure.ts";
import { lazily } from "./lazily.ts";
import { startPreferences } from "./shell/preferences.ts";
import { Shell } from "./shell/shell.tsx";
import { Notes, SkeletonLines } from "./ui/feedback.tsx";

const LedgerPage = lazily(() => import("./issues/ledger-page.tsx"));
const IssuePage = lazily(() => import("./issues/detail/issue-page.tsx"));
const PlanPage = lazily(() => import("./plans/editor/plan-page.tsx"));
const ImportsPage = lazily(() => import("./importing/imports-page.tsx"));
const ImportPage = lazily(() => import("./importing/import-page.tsx"));
const InspectionsPage = lazily(() => import("./issues/inspections/inspections-page.tsx"));
const UnitsPage = lazily(() => import("./responsibilities/units-page.tsx"));
const RulesPage = lazily(() => import("./rules/rules-page.tsx"));
const RegionRulesPage = lazily(() => import("./rules/region/region-rules-page.tsx"));
const KeysPage = lazily(() => import("./access/keys-page.tsx"));
const SessionsPage = lazily(() => import("./access/sessions-page.tsx"));
const DevicePage = lazily(() => import("./access/device-page.tsx"));
const HelpPage = lazily(() => import("./shell/help-page.tsx"));
const InTrayPage = lazily(() => import("./in-tray/in-tray-page.tsx"));
const ClosingPage = lazily(() => import("./close-out/closing/closing-page.tsx"));
const DrawsPage = lazily(() => import("./close-out/draws/draws-page.tsx"));
const DrawPage = lazily(() => import("./close-out/draws/draw-page.tsx"));
const ComplaintsPage = lazily(() => import("./complaints/complaints-page.tsx"));
const ComplaintPage = lazily(() => import("./complaints/detail/complaint-page.tsx"));
const SupervisionPage = lazily(() => import("./supervision/board/supervision-page.tsx"));
const InstrumentPage = lazily(() => import("./supervision/instrument/instrument-page.tsx"));
const PublicFrame = lazily(() => import("./close-out/public/public-frame.tsx"));
const PublicPage = lazily(() => import("./close-out/public/public-page.tsx"));
const PublicNoticePage = lazily(() => import("./close-out/public/notice-page.tsx"));
const PublicNowherePage = lazily(() => import("./close-out/public/nowhere-page.tsx"));
const NotFoundPage = lazily(() => import("./shell/not-found-page.tsx"));

/** Data stays fresh through the live stream; asking again on focus is for a line that was down. */
const makeQueryClient = () =>
	new QueryClient({
		defaultOptions: {
			queries: {
				staleTime: 30_000,
				reconcile: "id",
				retry: (failures, error) => failures < 2 && !isSignedOut(error),
			},
			mutations: { retry: false },
		},
	});

/** The public's pages have a frame of their own, which asks for nobody's session. */
const PublicShell = (props: RouteSectionProps): JSX.Element => (
	<Suspense fallback={<SkeletonLines lines={4} />}>
		<PublicFrame>{props.children}</PublicFrame>
	</Suspense>
);

export function App(): JSX.Element {
	startPreferences();
	// Made once here: a call in the attribute would be made anew at every reading of it.
	const queryClient = makeQueryClient();
	return (
		<QueryClientProvider client={queryClient}>
			<Router>
				<Route path="/public" component={PublicShell}>
					<Route path="/" component={PublicPage} />
					<Route path="/notices/:issueId/:id" component={PublicNoticePage} />
					<Route path="*" component={PublicNowherePage} />
				</Route>
				<Route component={Shell}>
					<Route path="/" component={() => <Navigate href="/issues" />} />
					<Route path="/issues" component={LedgerPage} />
					<Route path="/issues/:id" component={IssuePage} />
					<Route path="/issues/:id/plan" component={PlanPage} />
					<Route path="/in-tray" component={InTrayPage} />
					<Route path="/close-out" component={ClosingPage} />
					<Route path="/close-out/draws" component={DrawsPage} />
					<Route path="/close-out/draws/:id" component={DrawPage} />
					<Route path="/complaints" component={ComplaintsPage} />
					<Route path="/complaints/:id" component={ComplaintPage} />
					<Route path="/supervision" component={SupervisionPage} />
					<Route path="/supervision/:id" component={InstrumentPage} />
					<Route path="/imports" component={ImportsPage} />
					<Route path="/imports/:id" component={ImportPage} />
					<Route path="/inspections" component={InspectionsPage} />
					<Route path="/units" component={UnitsPage} />
					<Route path="/rules" component={RulesPage} />
					<Route path="/rules/region" component={RegionRulesPage} />
					<Route path="/keys" component={KeysPage} />
					<Route path="/sessions" component={SessionsPage} />
					<Route path="/device" component={DevicePage} />
					<Route path="/help" component={HelpPage} />
					<Route path="*" component={NotFoundPage} />
				</Route>
			</Router>
			<Notes />
		</QueryClientProvider>
	);
}
