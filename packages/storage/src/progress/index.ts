export { evidenceUses, saveUpload, uploadsFor, writeEvidence } from "./evidence.ts";
