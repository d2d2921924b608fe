import type { JSX } from "solid-js";
import { t } from "../i18n/index.ts";

/** What the edges of readings mean. */
export function TrustLegend(): JSX.Element {
	return (
		<p class="hidden items-center gap-3 text-[0.9rem] text-ink-soft xl:flex">
			<span class="inline-flex items-center gap-1 border-l-4 border-near pl-1.5">{t("trust.check")}</span>
			<span class="inline-flex items-center gap-1 border-l-4 border-late pl-1.5">{t("trust.doubtful")}</span>
			<span class="inline-flex items-center gap-1 border-l-4 border-dashed border-line-strong pl-1.5">
				{t("trust.missing")}
			</span>
		</p>
	);
}
