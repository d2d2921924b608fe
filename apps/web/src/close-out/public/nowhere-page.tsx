import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Empty } from "../../ui/feedback.tsx";

/** An address under the public's pages that leads nowhere. */
export default function NowherePage(): JSX.Element {
	return (
		<Empty icon="search" title={t("public.missing")}>
			<A class={buttonClass("primary")} href="/public">
				{t("public.title")}
			</A>
		</Empty>
	);
}
