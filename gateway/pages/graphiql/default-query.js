/** One look across three services: people from Account, goals from Traction, alignment from Coaching. */
export const DEFAULT_QUERY = `# Press Ctrl-Enter (or the arrow) to run it.
# People come from Account, goals from Traction,
# alignment from Coaching.
query Goals {
  viewer {
    name
    tenant {
      name
    }
  }
  goals(first: 5) {
    totalCount
    nodes {
      id
      title
      status
      owner {
        name
      }
      alignment {
        score
      }
      strategies {
        description
      }
      measures {
        measure {
          name
          currentValue
          unit
        }
        progress {
          status
        }
      }
      actions {
        title
        status
      }
    }
  }
}
`;
