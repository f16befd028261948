// One span for each call of the client, one event in it for each attempt; from the diagnostics channels alone, so that
// the code that makes the calls stays as it is. Load it before your own code: node --import ./opentelemetry.mjs app.mjs
//
//   npm i exa-websets-client @opentelemetry/api @opentelemetry/sdk-trace-node
import { subscribe } from "node:diagnostics_channel";
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import {
  ConsoleSpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";

// Yours will export elsewhere.
new NodeTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())],
}).register();

const tracer = trace.getTracer("exa-websets-client");
const spans = new Map();

subscribe("exa-websets:request", ({ call, attempt, request }) => {
  if (!spans.has(call)) {
    const attributes = {
      "http.request.method": request.method,
      "url.template": "/v0/websets/{id}",
      "url.path": request.url,
    };
    spans.set(
      call,
      tracer.startSpan("POST /v0/websets/{id}", { kind: SpanKind.CLIENT, attributes }),
    );
  }
  spans.get(call).addEvent("request", { attempt });
});

subscribe("exa-websets:response", ({ call, attempt, response }) => {
  const span = spans.get(call);
  span.addEvent("response", { attempt, status: response.status });
  span.setAttribute("http.response.status_code", response.status);
  // Not at once: a 200 that is no Webset is followed by an error.
  if (response.status < 300) setImmediate(end, call);
});

subscribe("exa-websets:retry", ({ call, attempt, error, delay }) => {
  spans.get(call).addEvent("retry", { attempt, delay, "error.type": error.name });
  spans.get(call).setAttribute("http.request.resend_count", attempt);
});

// The call failed for good. Before its first attempt there is no span.
subscribe("exa-websets:error", ({ call, error }) => {
  const span = spans.get(call);
  span?.setAttribute("error.type", error.name);
  span?.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  end(call);
});

function end(call) {
  spans.get(call)?.end();
  spans.delete(call);
}
