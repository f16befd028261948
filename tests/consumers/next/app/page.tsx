"use client";
import { InvalidInputError } from "exa-websets-client";

export default function Page() {
  return <p>{InvalidInputError.name}</p>;
}
