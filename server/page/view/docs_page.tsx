import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "../data/problem.ts";
import { getJson } from "../data/request.ts";
import { type Description, type Operation, operationsByTag } from "../model/api_description.ts";
import { Footer, Masthead } from "./frame.tsx";
import { Placeholder } from "./making.tsx";
import { Icon } from "./parts.tsx";

/** The API for people, from its own description. */
export function DocsPage(): JSX.Element {
  const [known, setKnown] = useState<Description | Problem>();
  useEffect(() => {
    document.title = "API · wikitop";
    getJson<Description>("/openapi.json").then(({ body }) => setKnown(body)).catch((error) => {
      if (!(error instanceof Problem)) throw error;
      setKnown(error);
    });
  }, []);
  // What the URL names is there only now.
  useEffect(() => {
    if (location.hash !== "") document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [known]);
  return (
    <>
      <a class="skip" href="#top">Skip to the description</a>
      <Masthead />
      <main id="top" tabIndex={-1} class="docs">
        <h1>The API</h1>
        {known === undefined
          ? <Placeholder />
          : known instanceof Problem
          ? (
            <section class="problem" role="alert">
              <h2>The description cannot be read</h2>
              <p>{known.message}.</p>
            </section>
          )
          : <Described description={known} />}
      </main>
      <Footer />
    </>
  );
}

function Described({ description }: { description: Description }): JSX.Element {
  const groups = operationsByTag(description);
  return (
    <div class="described">
      <nav aria-label="Resources">
        {groups.map(({ name, operations }) => (
          <div key={name}>
            <p>{name}</p>
            <ul>
              {operations.map(({ id, method, path }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    {method !== "GET" && <b>{method}</b>}
                    {path}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div class="resources">
        {description.info.description.split("\n\n").map((text) => <p key={text}>{text}</p>)}
        <p>
          For programs, all of this is in <a href="/openapi.json">/openapi.json</a>{" "}
          (OpenAPI 3.1); this is wikitop {description.info.version}.
        </p>
        {groups.map(({ name, description, operations }) => (
          <section key={name} aria-labelledby={`tag-${name}`}>
            <h2 id={`tag-${name}`}>{name}</h2>
            <p>{description}.</p>
            {operations.map((one) => <Resource key={one.id} operation={one} />)}
          </section>
        ))}
      </div>
    </div>
  );
}

function Resource({ operation }: { operation: Operation }): JSX.Element {
  const { id, method, path, summary, description, parameters, responses, href } = operation;
  return (
    <article id={id} class="resource" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <a href={`#${id}`}>
          <span class={`method ${method.toLowerCase()}`}>{method}</span> <code>{path}</code>
        </a>
      </h3>
      <p>
        <strong>{summary}.</strong> {description}
      </p>
      {parameters.length > 0 && (
        <table>
          <caption class="hidden">Parameters of {method} {path}</caption>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((one) => (
              <tr key={`${one.place} ${one.name}`}>
                <th scope="row">
                  <code>{one.name}</code>
                  <span class="place">
                    {one.place === "query" ? "" : `in the ${one.place}`}
                  </span>
                </th>
                <td>
                  {one.description} {one.values !== "" && <span class="values">{one.values}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {operation.sent !== undefined && <Example summary="What is sent" text={operation.sent} />}
      {operation.examples.map(({ type, text }) => (
        <Example key={type} summary={`Example: ${type}`} text={text} />
      ))}
      <details>
        <summary>
          <Icon name="down" /> Answers
        </summary>
        <dl>
          {responses.map(({ status, description, types }) => (
            <div key={status}>
              <dt>{status}</dt>
              <dd>
                {description} {types.length > 0 && <span class="values">{types.join(", ")}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {href !== undefined && (
        <p class="try">
          <a href={href}>{href}</a>
        </p>
      )}
    </article>
  );
}

function Example({ summary, text }: { summary: string; text: string }): JSX.Element {
  return (
    <details>
      <summary>
        <Icon name="down" /> {summary}
      </summary>
      <pre tabIndex={0}>{text}</pre>
    </details>
  );
}
