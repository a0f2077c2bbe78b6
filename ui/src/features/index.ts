// The sections that have a function, in the order of the chain. A new feature adds its line here.
import type { Section } from "../frame/sections";
import { distribution } from "./distribution";
import { orders } from "./orders";
import { persons } from "./persons";
import { settings } from "./settings";

/** All sections. */
export const sections: readonly Section[] = [persons, distribution, orders, settings];
