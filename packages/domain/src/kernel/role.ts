import { z } from "zod";

/** Roles of domain.md §6. */
export const Role = z.enum([
	"provOffice",
	"cityOffice",
	"countyOffice",
	"leadingGroup",
	"leadUnit",
	"respUnit",
	"supUnit",
	"accUnit",
	"expert",
	"sector",
	"discipline",
	"liaison",
	"public",
	"enterprise",
	"auditor",
]);
export type Role = z.infer<typeof Role>;
