//! Work on two threads: an office PC has two cores, and the database is read by one.

/// Does `work` on each half of `items` at the same time; what the second half gave is none where its thread
/// was lost.
pub(crate) fn on_both<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&[T]) -> R + Sync,
) -> (R, Option<R>) {
    let (first, second) = items.split_at(items.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| work(second));
        (work(first), other.join().ok())
    })
}
