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
/** By the request of a call: the same object in all its events. */
const spans = new Map();

subscribe("exa-websets:request", ({ attempts, request }) => {
  if (!spans.has(request)) {
    const attributes = {
      "http.request.method": request.method,
      "url.template": "/v0/websets/{id}",
      "url.path": request.url,
    };
    spans.set(
      request,
      tracer.startSpan("POST /v0/websets/{id}", { kind: SpanKind.CLIENT, attributes }),
    );
  }
  spans.get(request).addEvent("request", { attempt: attempts });
});

subscribe("exa-websets:response", ({ attempts, request, response }) => {
  const span = spans.get(request);
  span.addEvent("response", { attempt: attempts, status: response.status });
  span.setAttribute("http.response.status_code", response.status);
  // Not at once: a 200 that is no Webset is followed by an error.
  if (response.status < 300) setImmediate(end, request);
});

subscribe("exa-websets:retry", ({ attempts, request, error, delay }) => {
  spans.get(request).addEvent("retry", { attempt: attempts, delay, "error.type": error.name });
  spans.get(request).setAttribute("http.request.resend_count", attempts);
});

// The call failed for good. Before its first attempt there is no span.
subscribe("exa-websets:error", ({ request, error }) => {
  const span = spans.get(request);
  span?.setAttribute("error.type", error.name);
  span?.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  end(request);
});

function end(request) {
  spans.get(request)?.end();
  spans.delete(request);
}
