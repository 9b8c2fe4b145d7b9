# Starts node behind fences: `sh fence.sh VIEW WHO DATA CPU PROCESSES FOLDER NODE ARGUMENTS...`, in the namespaces that the server made for it.
#   VIEW       own: a root of its own, read-only, with nothing but the system's libraries, node and FOLDER; all: the machine's
#   WHO        a number: the user of that number (only root can); apart: no user, in a user namespace without rights; same: the server's
#   DATA, CPU, PROCESSES   limits in bytes, seconds and number; - for none
# What cannot be had ends the script, and the server tries less (Fencing.cs).
set -eu
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
view=$1 who=$2 data=$3 cpu=$4 processes=$5 folder=$6 node=$7
shift 7

# Also no file of any size: whatever it says goes through its pipe.
if command -v prlimit >/dev/null && [ "$data" != - ]; then
  prlimit --pid $$ --core=0 --fsize=0 --nofile=64 "--data=$data" "--cpu=$cpu"
fi

# A session of its own: else a signal to "my group" would reach the server. And of the environment nothing but what the typesetter reads.
alone="$(command -v setsid) $(command -v env) -i RAYON_NUM_THREADS=1"

if [ "$view" = own ]; then
  room=/sys # there on every machine, and nothing that is looked at below lies in it
  mount -t tmpfs -o mode=755,size=1m,nosuid,nodev room "$room"
  for what in /lib /lib64 /usr/lib /usr/share/nodejs "$node" "$folder"; do
    if [ -d "$what" ]; then
      mkdir -p "$room$what"
    elif [ -e "$what" ]; then
      mkdir -p "$(dirname "$room$what")"
      [ -e "$room$what" ] || : >"$room$what"
    else
      continue
    fi
    mount --bind -o ro,nosuid,nodev "$what" "$room$what"
  done
  mount -o remount,bind,ro,nosuid,nodev "$room"
  cd /
fi

limit() { [ "$processes" = - ] || prlimit --pid $$ "--nproc=$processes"; }
case $view-$who in
  own-[1-9]*) limit; exec $alone "$(command -v chroot)" "--userspec=$who:$who" "--groups=$who" "$room" "$node" "$@" ;;
  own-apart) limit; exec $alone "$(command -v unshare)" --user --map-user=65534 --map-group=65534 "--root=$room" -- "$node" "$@" ;;
  all-[1-9]*) exec $alone "$(command -v setpriv)" "--reuid=$who" "--regid=$who" --clear-groups -- "$node" "$@" ;;
  all-apart) exec $alone "$(command -v unshare)" --user --map-user=65534 --map-group=65534 -- "$node" "$@" ;;
  all-same) exec $alone "$node" "$@" ;;
  *) exit 64 ;;
esac
