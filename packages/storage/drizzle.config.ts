import { defineConfig } from "drizzle-kit";

export default defineConfig({
	dialect: "postgresql",
	schema: ["./src/db/schemas.ts", "./src/**/table.ts", "./src/**/tables.ts"],
	out: "./migrations",
	breakpoints: true,
});
