import type { Batch, Tray, TrayFile } from "../model/tray.ts";

/** How a form's tray is changed, whatever else its draft holds. */
export const trayHandlers = (tray: () => Tray, set: (tray: Tray) => void) => ({
	onAdd: (file: TrayFile) => set({ ...tray(), files: [...tray().files, file] }),
	onChange: (id: string, kind: TrayFile["kind"]) =>
		set({ ...tray(), files: tray().files.map((file) => (file.id === id ? { ...file, kind } : file)) }),
	onRemove: (id: string) => set({ ...tray(), files: tray().files.filter((file) => file.id !== id) }),
	onBatch: (change: Partial<Batch>) => set({ ...tray(), batch: { ...tray().batch, ...change } }),
});
