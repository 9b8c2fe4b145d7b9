/** What a person wrote, in their own direction of writing: an override in it cannot spill into what stands around. */
export const Own = ({ text }: { text: string }) => <bdi dir="auto" class="own">{text}</bdi>;
