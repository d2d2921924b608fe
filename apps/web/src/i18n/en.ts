import { actions } from "./en/actions.ts";
import { closeOut } from "./en/close-out.ts";
import { closing } from "./en/closing.ts";
import { complaints } from "./en/complaints.ts";
import { detail } from "./en/detail.ts";
import { importing } from "./en/import.ts";
import { importColumns } from "./en/import-columns.ts";
import { importComplaints } from "./en/import-complaints.ts";
import { importReading } from "./en/import-reading.ts";
import { importUndo } from "./en/import-undo.ts";
import { inTray } from "./en/in-tray.ts";
import { ledger } from "./en/ledger.ts";
import { notices } from "./en/notices.ts";
import { pages } from "./en/pages.ts";
import { plans } from "./en/plans.ts";
import { progress } from "./en/progress.ts";
import { progressForms } from "./en/progress-forms.ts";
import { publicDesk } from "./en/public.ts";
import { rules } from "./en/rules.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { supervision } from "./en/supervision.ts";
import { terminals } from "./en/terminals.ts";
import type { Messages } from "./zh-CN.ts";

/** Every sentence of the interface in English: the type asks for the same keys. */
export const en: Messages = {
	...shell,
	...inTray,
	...ledger,
	...detail,
	...actions,
	...closeOut,
	...closing,
	...complaints,
	...importing,
	...importColumns,
	...importComplaints,
	...notices,
	...importReading,
	...importUndo,
	...pages,
	...plans,
	...progress,
	...progressForms,
	...publicDesk,
	...rules,
	...signIn,
	...supervision,
	...terminals,
};
