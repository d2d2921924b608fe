import { useNavigate, useParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { useKeys } from "../shell/keys.ts";
import { Button } from "../ui/button.tsx";

/** One row on a page of its own, the one that `:id` in the address names, with the way back to its list. */
export function DetailPage(props: { list: string; children: (id: string) => JSX.Element }): JSX.Element {
	const params = useParams<{ id: string }>();
	const navigate = useNavigate();
	const back = () => (history.length > 1 ? navigate(-1) : navigate(props.list));
	useKeys("ledger", (command) => {
		if (command !== "back") return false;
		back();
		return true;
	});
	return (
		<div class="mx-auto max-w-[92rem]">
			<div class="no-print px-4 pt-2">
				<Button look="quiet" size="small" icon="arrowLeft" onClick={back}>
					{t("back")}
				</Button>
			</div>
			<Show when={params.id} keyed>
				{(id) => props.children(id)}
			</Show>
		</div>
	);
}
