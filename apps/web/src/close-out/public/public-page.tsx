import { useSearchParams } from "@solidjs/router";
import { type JSX, Match, Switch } from "solid-js";
import { t } from "../../i18n/index.ts";
import { PageHead } from "../../ui/section.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { AnswerLookup } from "./answer-lookup.tsx";
import { NoticeList } from "./notice-list.tsx";
import { ResultList } from "./result-list.tsx";

const LISTS = ["notices", "results", "answer"] as const;
type List = (typeof LISTS)[number];

/**
 * 公示与结果: notices that run, what was closed and published, and what became of an objection. An office may link to its
 * own region's.
 */
export default function PublicPage(): JSX.Element {
	const [params, setParams] = useSearchParams<{ list?: string; region?: string }>();
	const list = (): List => LISTS.find((key) => key === params.list) ?? "notices";
	const region = () =>
		params.region !== undefined && /^\d{6}$/.test(params.region) ? params.region : undefined;
	return (
		<div data-public>
			<PageHead title={t("public.title")} text={t("public.text")} />
			<Tabs
				label={t("public.title")}
				value={list()}
				tabs={LISTS.map((key) => ({ key, label: t(`public.${key}`) }))}
				onChange={(key) => setParams({ list: key === "notices" ? undefined : key })}
			>
				<Switch>
					<Match when={list() === "notices"}>
						<NoticeList region={region()} />
					</Match>
					<Match when={list() === "results"}>
						<ResultList region={region()} />
					</Match>
					<Match when={list() === "answer"}>
						<AnswerLookup />
					</Match>
				</Switch>
			</Tabs>
		</div>
	);
}
