import { update as GET } from "../update";

export { GET };
export const runtime = "edge";
export const dynamic = "force-dynamic";
