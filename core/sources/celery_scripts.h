// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/script.h"

namespace framehand::sources {

/// The steps that a Celery worker on Redis takes, each as one script, so that no kill and no other worker comes between
/// its parts. All keys are kombu's own but two: `note`, "framehand.celery.lease.<delivery tag>", says which taking of a
/// message was the last and whether its end was told; `<queue>.rejected` has the messages that nobody can read.
///
/// Who has a message in hand: kombu keeps it in the hash `unacked` and the time of its taking as the score in
/// `unacked_index`. Whoever restores it there removes both, and who takes it again sets a score of its own. A score
/// that is ours is a whole second and our `mark` behind the point, a number of 2^-20 s, which no time of another
/// worker's has but by chance of one to a million.
class CeleryScripts {
public:
    /// KEYS: lists (most urgent first), unacked_index, unacked, rejected. ARGV: task, score, queue, mark, seconds that
    /// the note stays, the list of messages with an eta ("leave" or "take"), how many messages are looked at.
    /// Takes the oldest message of our task and leaves those of others where they are:
    /// {"job", message, tag, list}, {"bad", reason, message}, {"other", how many were passed over}, {"none"}.
    redis::Script take;

    /// KEYS: unacked_index, unacked, note. ARGV: tag, mark, score, entry of `unacked`, seconds that the note stays.
    /// Makes the score new. 1: held (put there again, where the server has lost it). 0: it is not ours any more.
    redis::Script hold;

    /// KEYS: unacked_index, note, result. ARGV: tag, mark, result's text or "", seconds that it stays.
    /// A state in between: 1 told, 0 the message is not ours any more, 2 the server has lost it: hold() it first.
    redis::Script tell;

    /// KEYS: unacked_index, unacked, note, result, list. ARGV: tag, mark, "always" or "held" (when the result is
    /// written), result's text or "", seconds that it stays, what to do with the list ("", "left", "right"), message
    /// for it, "forget" to take back what was told between.
    /// The end of our taking. 1 done, 2 it was told before, 0 the message is not ours any more.
    redis::Script end;

    /// KEYS: unacked_index, unacked, list. ARGV: tag, score, entry, message. Puts a message whose worker is gone back
    /// into its list, if nothing has happened to it since it was looked at. 1 or 0.
    redis::Script restore;

    /// KEYS: mutex. ARGV: token. Lets a mutex go that is still ours.
    redis::Script release;

    CeleryScripts();
};

} // namespace framehand::sources
