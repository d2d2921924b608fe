import { useNavigate, useParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { useKeys } from "../../shell/keys.ts";
import { OnlyFor } from "../../shell/only-for.tsx";
import { Button } from "../../ui/button.tsx";
import { holdComplaintLine } from "../complaint-line.ts";
import { ComplaintViewer } from "./complaint-viewer.tsx";
import "../words.ts";

/** One complaint on a page of its own. */
export default function ComplaintPage(): JSX.Element {
	return (
		<OnlyFor action="viewComplaint">
			<Page />
		</OnlyFor>
	);
}

function Page(): JSX.Element {
	const params = useParams<{ id: string }>();
	const navigate = useNavigate();
	const back = () => (history.length > 1 ? navigate(-1) : navigate("/complaints"));
	holdComplaintLine();
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
				{(id) => <ComplaintViewer complaintId={id} wide={true} />}
			</Show>
		</div>
	);
}
