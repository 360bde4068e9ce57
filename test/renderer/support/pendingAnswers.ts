/** Answers that a test gives when it likes: a disk as slow as the test wants. */
export function pendingAnswers() {
  const waiting: (() => void)[] = [];
  return {
    /** To be awaited where the answer is made. */
    hold: () => new Promise<void>((resolve) => waiting.push(resolve)),
    count: () => waiting.length,
    /** Lets the oldest waiting answer through. */
    release: () => waiting.shift()?.(),
  };
}
