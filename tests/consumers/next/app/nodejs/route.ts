import { update as GET } from "../update";

export { GET };
export const runtime = "nodejs";
export const dynamic = "force-dynamic";
