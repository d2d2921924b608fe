import { Navigate, Route, Router } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { type JSX, lazy } from "solid-js";
import { isSignedOut } from "./failure.ts";
import { startPreferences } from "./shell/preferences.ts";
import { Shell } from "./shell/shell.tsx";
import { Notes } from "./ui/feedback.tsx";

const LedgerPage = lazy(() => import("./issues/ledger-page.tsx"));
const IssuePage = lazy(() => import("./issues/detail/issue-page.tsx"));
const ImportsPage = lazy(() => import("./importing/imports-page.tsx"));
const ImportPage = lazy(() => import("./importing/import-page.tsx"));
const InspectionsPage = lazy(() => import("./issues/inspections/inspections-page.tsx"));
const UnitsPage = lazy(() => import("./responsibilities/units-page.tsx"));
const RulesPage = lazy(() => import("./rules/rules-page.tsx"));
const RegionRulesPage = lazy(() => import("./rules/region/region-rules-page.tsx"));
const KeysPage = lazy(() => import("./access/keys-page.tsx"));
const HelpPage = lazy(() => import("./shell/help-page.tsx"));
const ComplaintsPage = lazy(() => import("./complaints/complaints-page.tsx"));
const ComplaintPage = lazy(() => import("./complaints/detail/complaint-page.tsx"));
const NotFoundPage = lazy(() => import("./shell/not-found-page.tsx"));

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

export function App(): JSX.Element {
	startPreferences();
	// Made once here: a call in the attribute would be made anew at every reading of it.
	const queryClient = makeQueryClient();
	return (
		<QueryClientProvider client={queryClient}>
			<Router root={Shell}>
				<Route path="/" component={() => <Navigate href="/issues" />} />
				<Route path="/issues" component={LedgerPage} />
				<Route path="/issues/:id" component={IssuePage} />
				<Route path="/complaints" component={ComplaintsPage} />
				<Route path="/complaints/:id" component={ComplaintPage} />
				<Route path="/imports" component={ImportsPage} />
				<Route path="/imports/:id" component={ImportPage} />
				<Route path="/inspections" component={InspectionsPage} />
				<Route path="/units" component={UnitsPage} />
				<Route path="/rules" component={RulesPage} />
				<Route path="/rules/region" component={RegionRulesPage} />
				<Route path="/keys" component={KeysPage} />
				<Route path="/help" component={HelpPage} />
				<Route path="*" component={NotFoundPage} />
			</Router>
			<Notes />
		</QueryClientProvider>
	);
}
