#!/bin/bash
# cluster/stack.sh INPUT OUTPUT TASKS [options of zero-shot-sr]
# Enlarges one large stack with TASKS Slurm tasks: a first one trains the network that all use, each does a range of planes,
# and a last one puts them together. Options for sbatch go through its environment: SBATCH_PARTITION=long, SBATCH_GPUS=1.
# Prints the number of the last job.
set -euo pipefail
[ $# -ge 3 ] || { echo "usage: $0 INPUT OUTPUT TASKS [options]" >&2; exit 2; }
input=$1 output=$2 tasks=$3
shift 3
job=$(dirname -- "$(readlink -f -- "$0")")/zero-shot-sr.sbatch
network=$output.network.json
common=("$input" -o "$output" --network "$network")

learn=$(sbatch --parsable "$job" learn "$input" -o "$network" "$@")
array=$(sbatch --parsable --dependency="afterok:$learn" --array="1-$tasks" "$job" "${common[@]}")
# once all of them are done
sbatch --parsable --dependency="afterok:$array" "$job" "${common[@]}" --join "$tasks"
