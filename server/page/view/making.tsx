import type { JSX } from "preact";
import type { Unit } from "../../../core/time/period.ts";
import { isFinal, type JobHour } from "../data/answers.ts";
import { formatBytes } from "../model/format.ts";

/** Stands where the list will be while it is loaded. */
export function Placeholder(): JSX.Element {
  return (
    <div class="placeholder">
      <p class="hidden" role="status">Loading</p>
      {Array.from({ length: 12 }, (_, i) => <span key={i} />)}
    </div>
  );
}

export interface MakingPeriodProps {
  progress: JobHour;
  unit: Unit;
  /** Where dumps come from. */
  sources: readonly string[];
}

/** Shows how far a period is that is being made. */
export function MakingPeriod({ progress, unit, sources }: MakingPeriodProps): JSX.Element {
  const { state, bytes, length, message, tries, max_tries } = progress;
  const from = sources.length === 0 ? "" : ` from ${sources.join(" or ")}`;
  const dumps = unit === "hour" ? "dump" : "dumps";
  const isRead = length !== null && bytes >= length;
  const stage = state === "waiting"
    ? "Waiting for its turn"
    : isRead
    ? "Putting the ranking together"
    : bytes > 0
    ? `Reading the ${dumps}${from}`
    : `Asking for the ${dumps}${from}`;
  const tenth = length === null ? undefined : Math.floor(bytes / length * 10) * 10;
  const isTold = tenth !== undefined && tenth > 0 && !isRead;
  return (
    <Progress
      title={`This ${unit} is being made`}
      sentence="It is not stored here yet. Its list appears as soon as it is ready."
      label="Dump read"
      value={length === null ? undefined : bytes}
      max={length ?? undefined}
      stage={stage}
      amount={bytes === 0
        ? ""
        : length === null
        ? formatBytes(bytes)
        : `${formatBytes(bytes)} of ${formatBytes(length)}`}
      told={isTold ? `${stage}, ${tenth} percent` : stage}
      trouble={message === null
        ? undefined
        : `${tries > 0 ? `Try ${tries} of ${max_tries}: ` : ""}${message}`}
    />
  );
}

export interface MakingSeveralProps {
  hours: readonly JobHour[];
  unit: Unit;
  /** Shows those that are stored already. */
  onShow: () => void;
}

/** Shows how far several periods are that are being made. */
export function MakingSeveral({ hours, unit, onShow }: MakingSeveralProps): JSX.Element {
  const total = Math.max(hours.length, 1);
  const over = hours.filter(({ state }) => isFinal(state)).length;
  const partOf = ({ state, bytes, length }: JobHour) =>
    isFinal(state) ? 1 : length === null ? 0 : 0.95 * bytes / length;
  const bytes = hours.reduce((sum, one) => sum + one.bytes, 0);
  const name = total === 1 ? unit : `${unit}s`;
  const stage = hours.length === 0 ? "Asking the server" : `${over} of ${total} ${name} ready`;
  const trouble = hours.find(({ state, message }) => state !== "done" && message !== null)?.message;
  return (
    <Progress
      title={hours.length === 0
        ? "They are being made"
        : `${total} ${name} ${total === 1 ? "is" : "are"} being made`}
      sentence="The list appears as soon as they are ready."
      label="Made"
      value={hours.reduce((sum, one) => sum + partOf(one), 0)}
      max={total}
      stage={stage}
      amount={bytes > 0 ? `${formatBytes(bytes)} read` : ""}
      told={stage}
      trouble={trouble ?? undefined}
    >
      {hours.some(({ state }) => state === "done") && over < total && (
        <p class="ways">
          <button type="button" onClick={onShow}>Show what is ready</button>
        </p>
      )}
    </Progress>
  );
}

interface ProgressProps {
  title: string;
  sentence: string;
  /** What the bar counts. */
  label: string;
  value: number | undefined;
  max: number | undefined;
  stage: string;
  amount: string;
  /** What those are told who do not see it, when it changes. */
  told: string;
  trouble: string | undefined;
  children?: JSX.Element | false;
}

function Progress(props: ProgressProps): JSX.Element {
  const { title, sentence, label, value, max, stage, amount, told, trouble, children } = props;
  return (
    <section class="making" aria-labelledby="making-title">
      <h2 id="making-title">{title}</h2>
      <p>{sentence}</p>
      <progress aria-label={label} max={max} value={value} />
      <p class="stage">
        <span>{stage}</span>
        <span class="bytes">{amount}</span>
      </p>
      {trouble !== undefined && (
        <details class="more">
          <summary>Details</summary>
          <p>{trouble}</p>
        </details>
      )}
      <p class="hidden" role="status">{told}</p>
      {children}
    </section>
  );
}
