/** Counters and gauges for Prometheus; nothing of what was in a request. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** @param route the path as in the table of routes, never what was asked for */
  answered(route: string, method: string, status: number, seconds: number): void;
  articles(result: 'done' | 'refused', count: number): void;
  claims(count: number): void;
  stopped(why: 'time' | 'memory' | 'fault'): void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** What gauges show, read when they are asked for. */
export interface Gauges {
  readonly waiting: number;
  readonly underWay: number;
  readonly size: number;
  readonly ready: boolean;
}

/** Upper bounds in seconds: an article of 5 kB takes some 20 ms. */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60];

/** @param gauges asked for late: the workers need the counters first */
export function startMetrics(gauges: () => Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'accordingto_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['route', 'method', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'accordingto_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['route'] as const,
    buckets: BUCKETS,
    registers,
  });
  const articles = new Counter({
    name: 'accordingto_articles_total',
    help: 'Articles by what became of them.',
    labelNames: ['result'] as const,
    registers,
  });
  const claims = new Counter({ name: 'accordingto_claims_total', help: 'Claims found.', registers });
  const stops = new Counter({
    name: 'accordingto_workers_stopped_total',
    help: 'Workers that were stopped, or ended by themselves.',
    labelNames: ['why'] as const,
    registers,
  });
  const gauge = (name: string, help: string, value: (of: Gauges) => number) =>
    new Gauge({
      name: `accordingto_${name}`,
      help,
      registers,
      collect() {
        this.set(value(gauges()));
      },
    });
  gauge('requests_waiting', 'Requests that wait for a worker.', ({ waiting }) => waiting);
  gauge('requests_under_way', 'Requests that a worker works on.', ({ underWay }) => underWay);
  gauge('workers', 'Worker threads.', ({ size }) => size);
  gauge('ready', '1 where a worker has loaded its models.', ({ ready }) => Number(ready));
  return {
    answered(route, method, status, seconds) {
      requests.inc({ route, method, status });
      durations.observe({ route }, seconds);
    },
    articles: (result, count) => articles.inc({ result }, count),
    claims: (count) => claims.inc(count),
    stopped: (why) => stops.inc({ why }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
