import { Kind, print, stripIgnoredCharacters } from 'graphql';
import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  FieldNode,
  SelectionSetNode,
} from 'graphql';
import { isBraced, mapContextReads, parseContextSelection, typesSettingContexts } from './contexts';
import { dropIdleExternals } from './idle-externals';
import { argument, hasFields, mapFields, mapTypes, namedType, parseFieldSet } from './join';
import type { FieldsType } from './join';
import type { Copies, Copy } from './surgery';

/**
 * Gives each list of arguments, with which some `@requires` or `@fromContext` reads a field, a field of its own. The planner selects
 * required fields under their plain name, whatever the arguments: one would get the data of the other, or of the
 * client. A copy has no arguments, hence nothing to confuse, and stands wherever its field does.
 */
export function copyRequiredFields(supergraph: DocumentNode): { document: DocumentNode; copies: Copies } {
  const copier = new Copier(supergraph);
  const required = mapTypes(supergraph, (type) => copier.rewriteRequires(type));
  const document = dropIdleExternals(
    mapTypes(required, (type) => copier.addCopies(type)),
    copier.copied,
  );
  return { document, copies: copier.byName };
}

const hasArguments = (field: FieldDefinitionNode): boolean => (field.arguments ?? []).length > 0;

class Copier {
  readonly byName = new Map<string, Copy>();
  private readonly types: ReadonlyMap<string, FieldsType>;
  private readonly names = new Set<string>();
  private readonly copyNames = new Map<string, string>();
  /** The fields that were copied, and their copies. */
  readonly copied = new Set<string>();
  /** For each type and field the names of its copies. */
  private readonly wanted = new Map<string, Set<string>>();
  private readonly setting: ReadonlyMap<string, readonly string[]>;
  /** The names of all fields that have arguments, on whatever type. */
  private readonly withArguments = new Set<string>();

  constructor(supergraph: DocumentNode) {
    this.setting = typesSettingContexts(supergraph);
    const types = supergraph.definitions.filter(hasFields);
    this.types = new Map(types.map((type) => [type.name.value, type]));
    for (const { name, arguments: args = [] } of types.flatMap(({ fields = [] }) => fields)) {
      this.names.add(name.value);
      if (args.length > 0) this.withArguments.add(name.value);
    }
  }

  /** Makes the fields of this type read copies in place of fields with arguments. */
  rewriteRequires(type: FieldsType): FieldsType {
    const rewritten = (directive: ConstDirectiveNode): ConstDirectiveNode => {
      if (directive.name.value !== 'join__field') return directive;
      const requires = argument(directive, 'requires');
      if (typeof requires !== 'string') return this.rewriteContexts(directive);
      const value = { kind: Kind.STRING, value: this.fieldSet(type.name.value, requires) } as const;
      return this.rewriteContexts({
        ...directive,
        arguments: (directive.arguments ?? []).map((node) =>
          node.name.value === 'requires' ? { ...node, value } : node,
        ),
      });
    };
    return mapFields(type, (field) => ({ ...field, directives: (field.directives ?? []).map(rewritten) }));
  }

  /** Adds the copies of the fields of this type. They have all that their fields have, except arguments. */
  addCopies(type: FieldsType): FieldsType {
    const copies = (type.fields ?? []).flatMap((field) =>
      [...(this.wanted.get(`${type.name.value}.${field.name.value}`) ?? [])].map((name) => ({
        ...field,
        name: { kind: Kind.NAME, value: name } as const,
        arguments: [],
      })),
    );
    return copies.length === 0 ? type : { ...type, fields: [...(type.fields ?? []), ...copies] };
  }

  /**
   * Several types may set one context, and one selection is for all: a field that has arguments on any type is copied
   * wherever it is read.
   */
  private rewriteContexts(directive: ConstDirectiveNode): ConstDirectiveNode {
    return mapContextReads(directive, (context, text) => {
      const selection = parseContextSelection(text);
      const [rewritten = selection] = (this.setting.get(context) ?? []).map((type) =>
        this.selections(type, selection, ({ name }) => this.withArguments.has(name.value)),
      );
      const braced = stripIgnoredCharacters(print(rewritten));
      return isBraced(text) ? braced : braced.slice(1, -1);
    });
  }

  private fieldSet(type: string, text: string): string {
    return stripIgnoredCharacters(print(this.selections(type, parseFieldSet(text)))).slice(1, -1);
  }

  private selections(
    type: string,
    { kind, selections }: SelectionSetNode,
    isCopied = hasArguments,
  ): SelectionSetNode {
    return {
      kind,
      selections: selections.map((node) => {
        if (node.kind === Kind.FIELD) return this.field(type, node, isCopied);
        if (node.kind === Kind.FRAGMENT_SPREAD) return node;
        const on = node.typeCondition?.name.value ?? type;
        return { ...node, selectionSet: this.selections(on, node.selectionSet, isCopied) };
      }),
    };
  }

  private field(parent: string, node: FieldNode, isCopied: typeof hasArguments): FieldNode {
    const definition = this.types.get(parent)?.fields?.find(({ name }) => name.value === node.name.value);
    if (!definition) return node;
    const { selectionSet } = node;
    const below = selectionSet && {
      selectionSet: this.selections(namedType(definition), selectionSet, isCopied),
    };
    if (!isCopied(definition)) return { ...node, ...below };
    return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: this.copyOf(parent, node) }, ...below };
  }

  /** The name of the copy for this field with these arguments; it is noted on all types that must have it. */
  private copyOf(parent: string, { name: { value: field }, arguments: args = [] }: FieldNode): string {
    const key = `${field}(${args.map(print).sort().join()})`;
    const name = this.copyNames.get(key) ?? this.freeName(field, 1);
    this.copyNames.set(key, name);
    this.byName.set(name, { field, arguments: args });
    this.copied.add(field).add(name);
    this.want(parent, field, name);
    return name;
  }

  private freeName(field: string, number: number): string {
    const name = `${field}__r${number}`;
    return this.names.has(name) || this.byName.has(name) ? this.freeName(field, number + 1) : name;
  }

  /** What an interface has its implementations have, and what @interfaceObject gives a type is the interface's. */
  private want(type: string, field: string, copy: string): void {
    const definition = this.types.get(type);
    if (!definition?.fields?.some(({ name }) => name.value === field)) return;
    const wanted = this.wanted.get(`${type}.${field}`) ?? new Set();
    if (wanted.has(copy)) return;
    this.wanted.set(`${type}.${field}`, wanted.add(copy));
    for (const { name } of definition.interfaces ?? []) this.want(name.value, field, copy);
    for (const { name, interfaces = [] } of this.types.values()) {
      if (interfaces.some((implemented) => implemented.name.value === type))
        this.want(name.value, field, copy);
    }
  }
}
