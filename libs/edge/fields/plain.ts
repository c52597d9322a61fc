/**
 * What a class describes, as plain data. Answers are described to OpenAPI by classes and built as plain objects:
 * making instances of them would cost time on every read and add nothing.
 */
export type Plain<T> = T extends string | number | boolean | bigint | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof T]: Plain<T[Key]> };
