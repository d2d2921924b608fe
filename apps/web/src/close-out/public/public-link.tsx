import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { Icon } from "../../ui/icon.tsx";
import { publicDeskQuery } from "./queries.ts";
import "./words.ts";

/** The way to the public's pages, where the server lets the public in. */
export function PublicLink(): JSX.Element {
	const desk = useQuery(publicDeskQuery);
	return (
		<Show when={loaded(desk)?.open}>
			<A class="tap inline-flex items-center gap-2 text-accent underline" href="/public">
				<Icon name="document" />
				{t("public.link")}
			</A>
		</Show>
	);
}
