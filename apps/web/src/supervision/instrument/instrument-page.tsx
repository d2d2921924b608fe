import { useNavigate, useParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { useKeys } from "../../shell/keys.ts";
import { Button } from "../../ui/button.tsx";
import { holdInstrumentLine } from "../instrument-line.ts";
import { InstrumentViewer } from "./instrument-viewer.tsx";
import "../words.ts";

/** One instrument on a page of its own. */
export default function InstrumentPage(): JSX.Element {
	const params = useParams<{ id: string }>();
	const navigate = useNavigate();
	const back = () => (history.length > 1 ? navigate(-1) : navigate("/supervision"));
	holdInstrumentLine();
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
				{(id) => <InstrumentViewer instrumentId={id} wide={true} />}
			</Show>
		</div>
	);
}
