import type { JSX } from "solid-js";
import { t } from "../i18n/index.ts";

/** The star of a key item (重点关注件), with its word for whoever does not see it. */
export function KeyMark(): JSX.Element {
	return (
		<span class="shrink-0 text-late" title={t("complaints.key")}>
			<span aria-hidden="true">★</span>
			<span class="sr-only">{t("complaints.key")}</span>
		</span>
	);
}
