import type { JSX } from "preact";
import type { ProjectName } from "../model/project_name.ts";

/** A project by its own name: the language in itself, and the family. */
export function ProjectTitle({ name }: { name: ProjectName }): JSX.Element {
  if (name.language === undefined) return <bdi>{name.own}</bdi>;
  return (
    <>
      <bdi lang={name.language.tag}>{name.own}</bdi> {name.family.name}
    </>
  );
}
