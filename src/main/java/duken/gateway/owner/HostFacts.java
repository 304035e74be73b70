package duken.gateway.owner;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What the engine knows of the computer it runs on. Calls may wait for a disk. */
public interface HostFacts {

  /** Nothing is known. */
  HostFacts UNKNOWN =
      new HostFacts() {
        @Override
        public OptionalLong freeBytes() {
          return OptionalLong.empty();
        }

        @Override
        public boolean copiesItself() {
          return false;
        }

        @Override
        public Optional<Instant> newestCopy() {
          return Optional.empty();
        }
      };

  /** Bytes left on the disk with the data folder. */
  OptionalLong freeBytes();

  /** Whether the database lies in the data folder and is copied by this program. */
  boolean copiesItself();

  /** When the newest copy of the database was made, UTC. */
  Optional<Instant> newestCopy();
}
