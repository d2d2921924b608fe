import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { t } from "../i18n/index.ts";
import { buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";

export default function NotFoundPage(): JSX.Element {
	return (
		<Empty icon="search" title={t("notFound.title")} text={t("notFound.text")}>
			<A href="/issues" class={buttonClass("primary")}>
				{t("nav.ledger")}
			</A>
		</Empty>
	);
}
